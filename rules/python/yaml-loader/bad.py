import yaml


def settings(path):
    with open(path) as file:
        first = yaml.load(file)  # pave: expect yaml-loader
        second = yaml.load(file, Loader=yaml.Loader)  # pave: expect yaml-loader
        third = yaml.load(file, yaml.UnsafeLoader)  # pave: expect yaml-loader
        return first, second, third, yaml.unsafe_load(file)  # pave: expect yaml-loader
