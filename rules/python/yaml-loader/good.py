import yaml


class OwnLoader(yaml.SafeLoader):
    pass


def settings(path):
    with open(path) as file:
        yaml.load(file, Loader=yaml.SafeLoader)
        yaml.load(file, Loader=OwnLoader)
        yaml.load(file, Loader=yaml.FullLoader)
        return yaml.safe_load(file)
