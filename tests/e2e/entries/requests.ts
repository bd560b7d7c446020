@Controller("a")
class Orders {
  constructor(private readonly service: Service) {}

  @Get(":id")
  find(@Param("id") id: string, @Query() query: Filter, size: number) {
    sink(id); // HIT
    sink(query.name); // HIT
    sink(size);
  }

  @Post()
  create(@Body() order: Order) {
    sink(order.name); // HIT
  }
}
